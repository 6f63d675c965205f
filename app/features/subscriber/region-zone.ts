/**
 * The wall clock of each Russian region, by the words its name is known by (federal law 107-FZ on the counting of
 * time, as amended until 2024). Left out are those with several clocks: Yakutia and Sakhalin must name a zone.
 */
const regionsOf: Record<string, string> = {
  'Europe/Kaliningrad': 'калининградская',
  'Europe/Moscow': `москва, московская, санкт-петербург, петербург, ленинградская, севастополь, крым, адыгея,
    архангельская, ненецкий, белгородская, брянская, владимирская, волгоградская, вологодская, воронежская, дагестан,
    ивановская, ингушетия, кабардино-балкария, кабардино-балкарская, калмыкия, калужская, карачаево-черкесия,
    карачаево-черкесская, карелия, кировская, коми, костромская, краснодарский, курская, липецкая, марий эл, мордовия,
    мурманская, нижегородская, новгородская, орловская, пензенская, псковская, ростовская, рязанская, северная осетия,
    северная осетия-алания, смоленская, ставропольский, тамбовская, татарстан, тверская, тульская, чечня, чеченская,
    чувашия, чувашская, ярославская, донецкая, луганская, запорожская, херсонская, днр, лнр`,
  'Europe/Samara': 'самарская, удмуртия, удмуртская, астраханская, саратовская, ульяновская',
  'Asia/Yekaterinburg': `свердловская, башкортостан, башкирия, пермский, курганская, оренбургская, тюменская,
    челябинская, ханты-мансийский, хмао, хмао-югра, ханты-мансийский-югра, югра, ямало-ненецкий, янао`,
  'Asia/Omsk': 'омская',
  'Asia/Krasnoyarsk': `красноярский, алтайский, алтай, кемеровская, кемеровская-кузбасс, кузбасс, новосибирская, томская,
    тыва, тува, хакасия`,
  'Asia/Irkutsk': 'иркутская, бурятия',
  'Asia/Yakutsk': 'амурская, забайкальский',
  'Asia/Vladivostok': 'приморский, хабаровский, еврейская',
  'Asia/Magadan': 'магаданская',
  'Asia/Kamchatka': 'камчатский, чукотский, чукотка',
};

const zoneOf = new Map(
  Object.entries(regionsOf).flatMap(([zone, names]) => names.split(',').map((name) => [fold(name), zone])),
);

/** What a region is called besides its own name. */
const kinds =
  /(?<=^|\s)(город|г|область|обл|край|республика|респ|автономный|автономная|ао|округ|народная|федерального значения)(?=\s|$)/g;

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[.()«»"]/g, ' ');
}

function fold(text: string): string {
  return plain(text)
    .replace(/\s*[-–—]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The IANA zone of a Russian region, or of a zone's own name; `null`: neither is known. */
export function zoneOfRegion(text: string): string | null {
  const asZone = zoneNamed(text.trim());
  if (asZone) return asZone;
  const words = plain(text);
  return zoneOf.get(fold(words)) ?? zoneOf.get(fold(words.replace(kinds, ' '))) ?? null;
}

/** In any case; a bare offset or abbreviation is no zone. */
function zoneNamed(text: string): string | null {
  if (!/^[A-Za-z]+\/[A-Za-z_/+-]+$/.test(text)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
