import type { RollupPackageId } from '#shared/contract/ids.ts';
import type { PackageContent } from '#shared/contract/rollup-package.ts';
import { formatLocalDate, type LocalDate, localDateInShanghai } from '#shared/domain/local-date.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { packageRank } from '#shared/domain/rollup.ts';
import { officeProfile } from '../../register/office.ts';
import type { ReadableDb, WritableDb } from '../../register/query.ts';
import {
  findSame,
  insertPackage,
  type StoredPackage,
  standingPackages,
} from '../../register/rollup-packages.ts';
import { rollupUnits, updateUnit } from '../../register/rollup-units.ts';
import { readSetting } from '../../register/settings.ts';
import { refused } from '../errors.ts';
import { includes } from './gather.ts';
import { refuseBeforeItBegins } from './office-package.ts';
import type { ReadPackage } from './package-file.ts';

/** 第2次锁定（2026年11月3日，某某）, or as of when it was counted. */
function closingInWords({ closing, kind }: PackageContent): string {
  const day = formatLocalDate(localDateInShanghai(new Date(closing.at)));
  const which = kind === 'sums' ? '汇总' : closing.closed ? `第 ${closing.sequence} 次锁定` : '未锁定';
  const print = closing.sha256 === null ? '' : `，锁定指纹 ${closing.sha256.slice(0, 8)}`;
  return `${which}（${day}，${closing.by}${print}）`;
}

/** Whether both are of the same closing or count; one may bring the mediators and the other not. */
function isSameCount(one: PackageContent, other: PackageContent): boolean {
  const counted = ({ figures, closing, period }: PackageContent) =>
    JSON.stringify([figures, closing.sha256, period]);
  return counted(one) === counted(other);
}

function refuseOlder(standing: StoredPackage, brought: PackageContent): void {
  const rank = packageRank({ kind: brought.kind, ...brought.closing });
  const words = {
    office: standing.officeName,
    standing: closingInWords(standing.content),
    brought: closingInWords(brought),
  };
  if (rank < standing.rank) throw refused('olderPackage', words);
  if (rank === standing.rank && !isSameCount(standing.content, brought)) throw refused('twoClosings', words);
}

/** REFUSED where the cases of an office would be counted by two packages of a month. */
export function refuseTwice(db: ReadableDb, standing: readonly PackageContent[]): void {
  const seen = new Map<string, PackageContent>();
  const own = officeProfile(db)?.uid;
  for (const content of standing) {
    if (own !== undefined && readSetting(db, 'rollup').value.ownCounts && includes(content, own)) {
      throw refused('countedTwice', { offices: '本单位', by: '本登记簿（“本单位计入汇总”）' });
    }
    for (const { uid, name } of content.offices) {
      const other = seen.get(uid);
      if (other !== undefined) {
        const kind = other.kind === 'sums' ? '汇总包' : '报送包';
        throw refused('countedTwice', {
          offices: name,
          by: `${other.office.name}${formatMonth(other.month)}的${kind}`,
        });
      }
      seen.set(uid, content);
    }
  }
}

/** Whether the office is on the list; one that is there by its name alone is known by its register from now on. */
function listed(db: WritableDb, { uid, name }: PackageContent['office']): boolean {
  const units = rollupUnits(db);
  if (units.some((unit) => unit.uid === uid)) return true;
  const unit = units.find((one) => one.uid === null && one.name === name);
  if (unit === undefined) return false;
  updateUnit(db, unit, { ...unit, uid });
  return true;
}

export type Received = {
  readonly id: RollupPackageId;
  readonly outcome: 'new' | 'same' | 'replaced';
  readonly listed: boolean;
};

/** Takes a package in that was read already; REFUSED as the contract says. */
export function takeIn(
  db: WritableDb,
  { content: { tables, cases, ...content }, sha256, fileSha256 }: ReadPackage,
  fileName: string,
  today: LocalDate,
): Received {
  const { office, month, kind } = content;
  if (office.uid === officeProfile(db)?.uid) throw refused('ownPackage');
  refuseBeforeItBegins(month, content.period, today);
  const event = (what: string, after: object) =>
    db.event({
      subject: 'office',
      subjectId: 1,
      what,
      after: { office: office.name, month, fileSha256, ...after },
    });
  const same = findSame(db, sha256);
  if (same !== undefined) {
    event('packageReceivedAgain', { sha256 });
    return { id: same.id, outcome: 'same', listed: listed(db, office) };
  }
  const standing = standingPackages(db, [month]);
  const prior = standing.find((one) => one.officeUid === office.uid && one.kind === kind);
  if (prior !== undefined) refuseOlder(prior, content);
  const others = standing.filter((one) => one !== prior).map((one) => one.content);
  refuseTwice(db, [...others, content]);
  const id = insertPackage(db, { content, tables, cases, sha256, fileName, fileSha256 });
  event('packageReceived', {
    uid: office.uid,
    kind,
    closed: content.closing.closed,
    sequence: content.closing.sequence,
    sha256,
    replaced: prior?.id ?? null,
  });
  return { id, outcome: prior === undefined ? 'new' : 'replaced', listed: listed(db, office) };
}
