import { contract } from '#shared/contract/index.ts';
import { readHandFigures, saveHandFigure } from '../register/hand-figures.ts';
import { conflict } from './errors.ts';
import { command, query } from './kinds.ts';

const procedures = contract.handFigures;

export const handFigures = {
  read: query(procedures.read, (db, { months }) => readHandFigures(db, months)),

  save: command('handFigures.save', procedures.save, (db, { version, ...figure }) => {
    const saved = saveHandFigure(db, figure, version);
    if (saved === undefined) throw conflict('handFigure');
    db.event({
      subject: 'office',
      subjectId: 1,
      what: 'handFigureSaved',
      before: { ...figure, value: saved.before },
      after: figure,
    });
    return { version: saved.version };
  }),
};
