const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as it crosses the contract. */
export function xlsxFile(name: string, bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], name, { type: xlsxType });
}
