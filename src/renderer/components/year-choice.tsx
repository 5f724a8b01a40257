import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import styles from './year-choice.module.css';

/** One of the years that an office may look at, and the one before and after. */
export function YearChoice(props: {
  readonly year: number;
  readonly first: number;
  readonly last: number;
  readonly onChoose: (year: number) => void;
}) {
  const { year, onChoose } = props;
  const first = Math.min(year, props.first);
  const last = Math.max(year, props.last);
  return (
    <div className={styles.year}>
      <Button
        icon={<LeftOutlined />}
        aria-label="上一年"
        title="上一年（Ctrl+←）"
        onClick={() => onChoose(year - 1)}
      />
      <Select
        aria-label="年份"
        value={year}
        popupMatchSelectWidth={false}
        options={Array.from({ length: last - first + 1 }, (_, index) => ({
          value: last - index,
          label: `${last - index}年`,
        }))}
        onChange={onChoose}
      />
      <Button
        icon={<RightOutlined />}
        aria-label="下一年"
        title="下一年（Ctrl+→）"
        onClick={() => onChoose(year + 1)}
      />
    </div>
  );
}
