import { Button, Checkbox, Radio } from 'antd';
import type { OfficeClient } from '#shared/contract/index.ts';
import { type FontSchemeName, fontSchemeNames } from '#shared/domain/paper-style.ts';
import { Section } from '../../components/page.tsx';
import { useFontsOfMachine } from '../../components/paper/fonts-of-machine.ts';
import { ErrorLine } from '../../components/states.tsx';
import { ChoicesFoot } from './choices-foot.tsx';
import { WithKeptSettings } from './kept-settings.tsx';
import styles from './paper-style-part.module.css';
import { adviceOn, fontStates, roleLabels, schemeTexts } from './paper-style-texts.ts';
import { type KeptSettings, useChoices } from './use-choices.ts';

type CheckedFonts = Awaited<ReturnType<OfficeClient['settings']['checkFonts']>>;

/** In which fonts papers are issued, with what this machine has of them, and whether both sides are printed on. */
export function PaperStylePart() {
  return <WithKeptSettings>{(kept) => <PaperStyleChoice kept={kept} />}</WithKeptSettings>;
}

function PaperStyleChoice({ kept }: { readonly kept: KeptSettings }) {
  const choices = useChoices(kept, null);
  const style = choices.valueOf('paperStyle');
  const fonts = useFontsOfMachine();
  const checked = fonts.data?.schemes.find(({ scheme }) => scheme === style.fontScheme);
  return (
    <>
      <Section
        title="文书版式"
        note="以后出具的文书都用选定的字体；已经出具的不变"
        actions={
          <Button loading={fonts.isFetching} onClick={() => void fonts.again()}>
            重新检查字体
          </Button>
        }
      >
        <Radio.Group
          aria-label="文书用哪套字体"
          className={styles.schemes ?? ''}
          value={style.fontScheme}
          onChange={(event) => choices.choose('paperStyle', { ...style, fontScheme: event.target.value })}
        >
          {fontSchemeNames.map((scheme) => (
            <Radio key={scheme} value={scheme} className={styles.scheme ?? ''}>
              <span className={styles.name}>{schemeTexts[scheme].label}</span>
              <SchemeState fonts={fonts.data} scheme={scheme} />
              <span className={styles.meaning}>{schemeTexts[scheme].meaning}</span>
            </Radio>
          ))}
        </Radio.Group>
        <ErrorLine error={fonts.error} />
        {checked !== undefined && (
          <table className={styles.fonts}>
            <caption>“{schemeTexts[style.fontScheme].label}”在这台电脑上</caption>
            <thead>
              <tr>
                <th scope="col">用在</th>
                <th scope="col">字体</th>
                <th scope="col">这台电脑</th>
                <th scope="col">怎么办</th>
              </tr>
            </thead>
            <tbody>
              {checked.fonts.map((font) => (
                <tr key={font.role}>
                  <th scope="row">{roleLabels[font.role]}</th>
                  <td>{font.name}</td>
                  <td data-state={font.state}>{fontStates[font.state](font.insteadOf)}</td>
                  <td>{font.state === 'installed' ? '' : adviceOn(font.name)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className={styles.note}>
          Word
          文件里只写字体的名字，不带字体：在哪台电脑上打开，就要那台电脑装有。字体只查有没有安装，不复制、不外传。方正小标宋、仿宋_GB2312、楷体_GB2312
          有版权，程序不能附带。
        </p>
      </Section>
      <Section title="打印">
        <Checkbox
          checked={style.doubleSided}
          onChange={(event) => choices.choose('paperStyle', { ...style, doubleSided: event.target.checked })}
        >
          双面打印：每一份都从一张纸的正面开始
        </Checkbox>
        <p className={styles.note}>
          打印机默认双面的，请勾上，免得前一份的末页和后一份的首页印在同一张纸上；单面打印的不要勾，否则会多出空白纸。
        </p>
        <ChoicesFoot what="文书版式" choices={choices} lacks={null} />
      </Section>
    </>
  );
}

function SchemeState(props: { readonly fonts: CheckedFonts | undefined; readonly scheme: FontSchemeName }) {
  const checked = props.fonts?.schemes.find(({ scheme }) => scheme === props.scheme);
  if (props.fonts === undefined || checked === undefined) return null;
  const lacking = new Set(checked.fonts.filter(({ state }) => state !== 'installed').map(({ name }) => name))
    .size;
  return (
    <span className={styles.state} data-state={checked.complete ? 'installed' : 'missing'}>
      {checked.complete ? '✓ 这台电脑上齐全' : `▲ 这台电脑缺 ${lacking} 种`}
      {props.fonts.fitting === props.scheme && '，建议选它'}
    </span>
  );
}
