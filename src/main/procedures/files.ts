const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as it crosses the contract. */
export function xlsxFile(name: string, bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], name, { type: xlsxType });
}

/** A single table as csv, as it crosses the contract. */
export function csvFile(name: string, bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], name, { type: 'text/csv;charset=utf-8' });
}

const reportTypes = {
  xlsx: xlsxType,
  csv: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A report as it crosses the contract; csv are several files in a zip. */
export function reportFile(format: keyof typeof reportTypes, name: string, bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], name, { type: reportTypes[format] });
}
