/** A table or timetable file is refused above this size before anything in it is looked at. */
export const maxFileBytes = 20_000_000;
/** All parts of a packed workbook together, unpacked. */
export const maxUnpackedBytes = 64_000_000;
/** Cells that hold something, over all sheets. */
export const maxCells = 200_000;
/** Rows times columns of one sheet, empty cells included: what the reader must hold in memory. */
export const maxSheetArea = 2_000_000;
