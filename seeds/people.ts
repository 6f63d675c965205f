import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Role } from '#app/features/access/role.ts';
import { hashPassword } from '#app/features/person/password-hash.ts';
import { totpCode } from '#app/features/person/second-factor.ts';
import { sealedTotp } from '#app/features/person/totp-secret.ts';
import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import { memberships, users } from '#db/control/schema.ts';
import type { ControlDb } from '#db/open.ts';

type DemoPerson = {
  email: string;
  name: string;
  password: string;
  places: { role: Role; slug: string | null }[];
};

/** One login a role. Known to everybody: for the demo on this machine only. */
export const demoPeople: DemoPerson[] = [
  person('agent', 'Ольга Белова', 'ключ пчела ветер', [['agent', 'volna']]),
  person('lead', 'Пётр Зимин', 'север яблоко дождь', [
    ['lead', 'volna'],
    ['agent', 'sever'],
  ]),
  person('manager', 'Марина Лукина', 'парус зерно облако', [
    ['manager', 'volna'],
    ['manager', 'sever'],
    ['manager', 'pusto'],
  ]),
  person('client', 'Игорь Волнов', 'берег мята фонарь', [['client', 'volna']]),
  person('admin', 'Анна Центральная', 'тишина мост лимон', [['admin', null]]),
];

/** Who works beside them, so that nobody sits in an empty room. They have no password and cannot sign in. */
export const demoColleagues: { email: string; name: string; slug: string; role?: Role }[] = [
  { email: 'vetrova@pult.demo', name: 'Вера Ветрова', slug: 'volna', role: 'lead' },
  { email: 'krylova@pult.demo', name: 'Алина Крылова', slug: 'volna' },
  { email: 'safin@pult.demo', name: 'Тимур Сафин', slug: 'volna' },
  { email: 'ezhova@pult.demo', name: 'Наталья Ежова', slug: 'volna' },
  { email: 'gurov@pult.demo', name: 'Денис Гуров', slug: 'volna' },
  { email: 'panina@pult.demo', name: 'Светлана Панина', slug: 'volna' },
  { email: 'osadchy@pult.demo', name: 'Кирилл Осадчий', slug: 'volna' },
  { email: 'rybina@pult.demo', name: 'Елена Рыбина', slug: 'volna' },
  { email: 'gareev@pult.demo', name: 'Руслан Гареев', slug: 'volna' },
  { email: 'lapina@pult.demo', name: 'Ирина Лапина', slug: 'volna' },
  { email: 'mironchuk@pult.demo', name: 'Олег Мирончук', slug: 'volna' },
  { email: 'sedykh@pult.demo', name: 'Юлия Седых', slug: 'volna' },
  { email: 'chernykh@pult.demo', name: 'Антон Черных', slug: 'volna' },
  { email: 'tishina@pult.demo', name: 'Дарья Тишина', slug: 'volna' },
  { email: 'novik@pult.demo', name: 'Павел Новик', slug: 'volna' },
  { email: 'tomina@pult.demo', name: 'Лариса Томина', slug: 'sever' },
  { email: 'shubin@pult.demo', name: 'Егор Шубин', slug: 'sever' },
];

const demoSecret = 'PULTDEMOPULTDEMOPULTDEMOPULTDEMO';

/** The second step of the demo's manager and administrator at this moment. */
export function demoCode(now: Date): string {
  return totpCode(demoSecret, now);
}

/** Writes everybody in one batch. The client companies of the demo must be there already. */
export async function seedPeople(services: Pick<Services, 'databases' | 'secretKey' | 'now'>): Promise<void> {
  const { control } = services.databases;
  const ids = new Map((await listTenants(control)).map(({ slug, id }) => [slug, id]));
  const createdAt = services.now();
  const statements = await Promise.all(
    demoPeople.map(async ({ email, name, password, places }) => {
      const id = uuid();
      const hasCode = places.some(({ role }) => role === 'manager' || role === 'admin');
      const factor = hasCode
        ? { totpSecretSealed: sealedTotp(services, id, demoSecret), totpConfirmedAt: createdAt }
        : {};
      const passwordHash = await hashPassword(password);
      const held = places.map(({ role, slug }) => {
        const tenantId = slug === null ? null : idOf(ids, slug);
        return control.insert(memberships).values({ id: uuid(), userId: id, tenantId, role, createdAt });
      });
      return [control.insert(users).values({ id, email, name, passwordHash, createdAt, ...factor }), ...held];
    }),
  );
  const beside = demoColleagues.flatMap(({ email, name, slug, role = 'agent' }) => {
    const userId = uuid();
    const seat = { id: uuid(), userId, tenantId: idOf(ids, slug), role, createdAt };
    return [
      control.insert(users).values({ id: userId, email, name, createdAt }),
      control.insert(memberships).values(seat),
    ];
  });
  await commit(control, [...statements.flat(), ...beside]);
}

/** User ids of those who hold one of these roles in a tenant, or in the whole centre, in the order in which they were seeded. */
export async function listStaff(
  control: ControlDb,
  tenantId: string | null,
  roles: readonly Role[],
): Promise<string[]> {
  const place = tenantId === null ? isNull(memberships.tenantId) : eq(memberships.tenantId, tenantId);
  const rows = await control
    .selectDistinct({ id: memberships.userId })
    .from(memberships)
    .where(and(place, inArray(memberships.role, [...roles])))
    .orderBy(asc(memberships.userId));
  return rows.map(({ id }) => id);
}

export async function listColleagueIds(control: ControlDb, slug: string): Promise<string[]> {
  const emails = demoColleagues.filter((one) => one.slug === slug).map(({ email }) => email);
  const rows = await control.select({ id: users.id }).from(users).where(inArray(users.email, emails));
  return rows.map(({ id }) => id).toSorted();
}

function idOf(ids: Map<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (!id) throw new Error(`The demo has no client company "${slug}": seed the tenants before the people.`);
  return id;
}

function person(login: string, name: string, password: string, places: [Role, string | null][]): DemoPerson {
  const held = places.map(([role, slug]) => ({ role, slug }));
  return { email: `${login}@pult.demo`, name, password, places: held };
}
