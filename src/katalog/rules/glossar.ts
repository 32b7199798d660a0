import type { Fund, Regel } from './regel.ts';

/** What a text says is one word of the glossary, not two. */
export const glossar: Regel = {
  name: 'glossar',
  zweck: 'A form of two words is explained as one of them, and nobody chose which.',
  pruefe({ eintraege: { vokabular } }) {
    const formen = [...vokabular.glossar.values()].flatMap(({ id, bezeichnung, formen = [] }) => [
      { id, form: bezeichnung, feld: [id, 'bezeichnung'] },
      ...formen.map((form, i) => ({ id, form, feld: [id, 'formen', i] })),
    ]);
    return [...Map.groupBy(formen, ({ form }) => form.toLowerCase()).values()].flatMap(
      ([erste, ...weitere]) =>
        weitere
          .filter(({ id }) => id !== erste!.id)
          .map(({ form, feld }): Fund => ({
            art: 'vokabular',
            id: 'glossar',
            feld,
            meldung: `„${form}“ steht auch beim Wort „${erste!.id}“; in einem Text kann es nur eine der beiden Erklärungen haben.`,
            tipp: 'Bitte an einer der beiden Stellen löschen.',
          })),
    );
  },
};
