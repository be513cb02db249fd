/** What a webmaster is told. */
export interface Letter {
  sender: string;
  /** Name of the embed code. */
  site: string;
  code: string;
  note: string | undefined;
}

/** Texts of the mail with an embed code; a language that misses one does not compile. */
export interface Texts {
  subject(organization: string): string;
  letter(letter: Letter): string;
}
