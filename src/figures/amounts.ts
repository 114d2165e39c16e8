/** A share as people read it on an axis: "12 %", "1.5 %". */
export const percent = (share: number) => `${Math.round(share * 1000) / 10} %`

/** A share to a hundredth of a per cent, for small errors: "1.46 %". */
export const precisePercent = (share: number) => `${(100 * share).toFixed(2)} %`

/** 10000 as "10,000". */
export const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
