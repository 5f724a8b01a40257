import { useMutation } from '@tanstack/react-query';
import { App, Button, Radio } from 'antd';
import { Link } from 'react-router';
import { office } from '../../api.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import { ErrorLine } from '../../components/states.tsx';
import { chooseTypeSize, useTypeSize } from '../../shell/type-size.ts';
import styles from './settings.module.css';

/** What belongs to this machine, and the check that the register is whole. */
export function MachinePart() {
  const { dataFolder, programVersion, cases, demo } = useOverview();
  const { message } = App.useApp();
  const size = useTypeSize();
  const copy = async () => {
    await navigator.clipboard.writeText(dataFolder);
    message.success('已复制');
  };
  return (
    <>
      <Section title="本机" note="只影响这台电脑">
        <dl className={styles.facts}>
          <dt id="type-size">字号</dt>
          <dd>
            <Radio.Group
              aria-labelledby="type-size"
              optionType="button"
              value={size}
              onChange={(event) => chooseTypeSize(event.target.value)}
              options={[
                { value: 'normal', label: '标准' },
                { value: 'large', label: '大字' },
              ]}
            />
          </dd>
          <dt>数据文件夹</dt>
          <dd>
            {dataFolder}{' '}
            <Button size="small" onClick={() => void copy()}>
              复制
            </Button>
          </dd>
          <dt>登记簿</dt>
          <dd>
            {cases} 件案件{demo && '（演示数据，与正式数据分开存放）'}
          </dd>
          <dt>程序版本</dt>
          <dd>{programVersion}</dd>
        </dl>
      </Section>
      <Verify />
    </>
  );
}

function Verify() {
  const verify = useMutation({ mutationFn: () => office.office.verify() });
  return (
    <Section title="核对登记簿" note="检查数据文件是否完好、各项数字与案件是否一致，不改动任何内容">
      <div className={styles.verify}>
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>
          开始核对
        </Button>
        <ErrorLine error={verify.error} />
        {verify.data !== undefined && (
          <div role="status">
            {verify.data.ok ? (
              <p>
                ✓ 登记簿完好：{verify.data.cases} 件案件（含回收站）、{verify.data.events}{' '}
                条办理记录，数字与案件一致。
              </p>
            ) : (
              <>
                <p>发现 {verify.data.problems.length} 处问题，请先不要继续登记，把下列内容告诉维护人员：</p>
                <ul className={styles.problems}>
                  {verify.data.problems.map((problem) => (
                    <li key={`${problem.what} ${problem.caseId}`}>
                      {problem.what}
                      {problem.caseId !== null && <Link to={`/cases/${problem.caseId}`}>　查看案件</Link>}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
      </div>
    </Section>
  );
}
