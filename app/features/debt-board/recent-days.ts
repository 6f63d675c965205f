/** Of promises and refused contacts the board and the list behind it tell of so many days. */
export const recentDays = { promises: 90, refusals: 30 };
