/** How wide a cell is drawn, in pixels. */
export const CELL_WIDTH = 124
/** How wide the name of a server and its story are drawn, where there is room beside the cells: w-95. */
export const HEAD_WIDTH = 380
