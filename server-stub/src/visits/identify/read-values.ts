/** What a form or a page told about a person. */
export interface Person {
  email: string | undefined;
  firstName: string | undefined;
  lastName: string | undefined;
  phone: string | undefined;
  company: string | undefined;
  message: string | undefined;
}

/** Names that fields have in the wild, in English, French and Arabic transliteration-free forms. */
const aliases: Record<keyof Person | 'name', RegExp> = {
  email: /^(your|work|contact)?(e?mail|emailaddress|courriel|adressemail|البريدالإلكتروني)$/,
  firstName: /^(your)?(firstname|fname|givenname|forename|prenom|الاسمالأول)$/,
  lastName: /^(your)?(lastname|lname|surname|familyname|nom|nomdefamille|اسمالعائلة)$/,
  name: /^(your|full|contact)?(name|nomcomplet|الاسم)$/,
  phone: /^(your|contact)?(phone|phonenumber|contactnumber|tel|telephone|mobile|الهاتف)$/,
  company: /^(your)?(company|companyname|organi[sz]ation|societe|entreprise|الشركة)$/,
  message: /^(your)?(message|comments?|question|description|الرسالة)$/,
};

const normalise = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

/** Whether a value of that name says something of the person. */
export const isOfPerson = (name: string): boolean =>
  Object.values(aliases).some((alias) => alias.test(normalise(name)));

/** Reads a person out of named values. */
export function readPerson(values: Record<string, unknown>): Person {
  const find = (key: keyof typeof aliases) => {
    const hit = Object.entries(values).find(
      ([name, value]) => aliases[key].test(normalise(name)) && typeof value !== 'boolean',
    );
    return hit === undefined ? undefined : String(hit[1]).trim() || undefined;
  };
  const [first, ...rest] = find('name')?.split(/\s+/) ?? [];
  return {
    email: find('email'),
    firstName: find('firstName') ?? (rest.length > 0 ? first : undefined),
    lastName: find('lastName') ?? (rest.length > 0 ? rest.join(' ') : first),
    phone: find('phone'),
    company: find('company'),
    message: find('message'),
  };
}

/** A CRM record needs a last name; the part of the address before the @ has to do where none was given. */
export function toFields(person: Person): Record<string, unknown> {
  return {
    First_Name: person.firstName?.slice(0, 40),
    Last_Name: (person.lastName ?? person.email?.split('@')[0])?.slice(0, 80),
    Email: person.email,
    Phone: person.phone?.slice(0, 30),
    Company: person.company?.slice(0, 200),
    Description: person.message,
    Lead_Source: 'Web Site',
  };
}
