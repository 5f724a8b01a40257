const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as it crosses the contract. */
export function xlsxFile(name: string, bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], name, { type: xlsxType });
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
