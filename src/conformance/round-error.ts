/** As fine as a record keeps an error. */
export const roundError = (error: number): number => Math.round(error * 1000) / 1000
