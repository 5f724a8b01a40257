import type { ComponentType } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../components/page.tsx';
import { CalendarsPart } from './calendars-part.tsx';
import { ChannelsPart } from './channels-part.tsx';
import { CourtsPart } from './courts-part.tsx';
import { ImportsPart } from './imports-part.tsx';
import { LoanPrimeRatesPart } from './loan-prime-rates-part.tsx';
import { MachinePart } from './machine-part.tsx';
import { OrganisationsPart } from './organisations-part.tsx';
import { PaperStylePart } from './paper-style-part.tsx';
import { PeriodsPart } from './periods-part.tsx';
import { PointsPart } from './points-part.tsx';
import { ProfilePart } from './profile-part.tsx';
import { ReportDutiesPart } from './report-duties-part.tsx';
import styles from './settings.module.css';
import { StaffPart } from './staff-part.tsx';
import { StatisticsPart } from './statistics-part.tsx';
import { StudiosPart } from './studios-part.tsx';
import { SubsidiesPart } from './subsidies-part.tsx';
import { TemplatesPart } from './templates-part.tsx';

type Part = { readonly key: string; readonly label: string; readonly Component: ComponentType };

const profile: Part = { key: 'profile', label: '本单位', Component: ProfilePart };
const parts: readonly Part[] = [
  profile,
  { key: 'staff', label: '工作人员', Component: StaffPart },
  { key: 'courts', label: '法院', Component: CourtsPart },
  { key: 'organisations', label: '调解组织', Component: OrganisationsPart },
  { key: 'studios', label: '委员工作室', Component: StudiosPart },
  { key: 'channels', label: '通道', Component: ChannelsPart },
  { key: 'periods', label: '期限', Component: PeriodsPart },
  { key: 'calendars', label: '节假日', Component: CalendarsPart },
  { key: 'statistics', label: '统计周期', Component: StatisticsPart },
  { key: 'reports', label: '报送事项', Component: ReportDutiesPart },
  { key: 'rates', label: 'LPR', Component: LoanPrimeRatesPart },
  { key: 'points', label: '履职积分', Component: PointsPart },
  { key: 'subsidies', label: '补贴标准', Component: SubsidiesPart },
  { key: 'paper-style', label: '文书版式', Component: PaperStylePart },
  { key: 'templates', label: '文书模板', Component: TemplatesPart },
  { key: 'imports', label: '导入与撤销', Component: ImportsPart },
  { key: 'machine', label: '本机与核对', Component: MachinePart },
];

/** 设置: the office itself, and everything that is set up once. */
export function SettingsPage() {
  const [parameters] = useSearchParams();
  const shown = parts.find((part) => part.key === parameters.get('part')) ?? profile;
  return (
    <Page title="设置">
      <div className={styles.layout}>
        <nav aria-label="设置的各部分" className={styles.parts}>
          {parts.map((part) => (
            <Link
              key={part.key}
              to={`/settings?part=${part.key}`}
              aria-current={part === shown ? 'page' : undefined}
              className={styles.part ?? ''}
            >
              {part.label}
            </Link>
          ))}
        </nav>
        <div className={styles.content}>
          <shown.Component />
        </div>
      </div>
    </Page>
  );
}
