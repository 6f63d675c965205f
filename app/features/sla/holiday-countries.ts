/** The countries whose public holidays a calendar can be given. */
export const holidayCountries = ['RU', 'BY', 'KZ', 'AM', 'KG', 'UZ'] as const;
export type HolidayCountry = (typeof holidayCountries)[number];
