interface Labels {
  readonly invitation: string;
  readonly answer: string;
  readonly dismiss: string;
}

const LABELS: Record<string, Labels> = {
  en: { invitation: 'Invitation to chat', answer: 'Answer', dismiss: 'Dismiss' },
  fr: { invitation: 'Invitation à discuter', answer: 'Répondre', dismiss: 'Ignorer' },
  ar: { invitation: 'دعوة إلى الدردشة', answer: 'ردّ', dismiss: 'تجاهل' },
};

/** Words around an invitation, in the language of the launcher. */
export const labelsFor = (lang: string): Labels => LABELS[lang] ?? LABELS.en!;
