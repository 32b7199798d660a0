/**
 * Words that say nothing about what somebody looks for, in the languages people search in. As typed; they are
 * compared in the spelling of `falten`.
 */
import { woerter } from './falten.ts';

/** Left out of every search. */
const DEUTSCHE_FUELLWOERTER = [
  'der die das den dem des ein eine einen einem einer eines und oder aber mit für in im ins an am auf aus bei beim',
  'von vom zu zum zur nach über unter vor um ab bis durch gegen seit wegen als wie wo was wer wen wem wann warum',
  'woher wohin welche welcher welches ich du er sie es wir ihr man mich dich sich uns euch mir dir ihm ihn ihnen',
  'mein meine meinen meinem meiner dein deine sein seine unser unsere ist sind bin war wird werden hat habe haben',
  'kann können könnte möchte will muss müssen soll darf gibt gerne gern bitte auch noch nur sehr mehr hier dort da',
  'dass wenn weil so doch mal denn etwas jemand irgendwo hallo danke nähe umgebung',
];

/** Left out too, unless the offers have a word that looks the same (KIM). */
const FREMDE_FUELLWOERTER = [
  // English
  'the of and or for with at on to from by are be do does can could would like my me we you your our their his',
  'he she her it this that there where what who how which when near please some any have has get am about into',
  // Français
  'le la les un une des du de et ou avec pour dans sur au aux je tu il elle nous vous ils mon ma mes ton ta son sa',
  'ses notre votre est sont être avoir ai où comment qui que quoi quel quelle quand près qu ce cette faire',
  // Türkçe
  've veya ile için bir bu şu ben sen biz siz benim bana nerede nasıl ne kim hangi var mı mi mu mü da de en çok',
  // Polski
  'i oraz lub z ze w we na do dla od po przy jest są jak gdzie co kto mi mnie moja mój moje się czy o',
  // Română
  'și si sau cu pentru în la din pe un o ai al ale este sunt unde cum ce cine meu mea mele mă imi îmi',
  // Українська, Русский
  'і й та або з із зі у в на до для від по при є де як що хто який яка які мені мій моя мої я ми ви чи',
  'и или с со к от о об за это есть где как что кто какой какая какие мне мой моя мои мы вы бы ли',
  // العربية, فارسی
  'في من على إلى الى عن مع هل أين اين كيف ما ماذا هو هي أنا انا لي هذا هذه أو او و يا عند',
  'در از به با برای که را این آن و یا کجا چه چطور من ما است هست می',
  // Kurmancî
  'û an bi ji li di de ez tu em hûn min te ku kî kengî çi çawa',
];

/** Said along with many wishes; they decide nothing where other words do. */
const BEILAEUFIG = [
  'hilfe hilft helfen unterstützung suchen suche sucht gesucht finden finde brauchen brauche braucht lernen lerne',
  'machen bekommen kriegen gehen kommen angebot angebote möglichkeit stelle stellen anlaufstelle ort leute menschen',
  'nicht kein keine keinen ohne tun weg heute jetzt nimmt',
  'neu gut beste kreis information informationen info infos frage fragen problem probleme thema',
  'help need needs want find finding looking search seeking learn learning support people place service',
  'aide aider besoin cherche chercher trouver apprendre veux voudrais',
  'yardım yardımı lazım istiyorum arıyorum bulmak öğrenmek ihtiyacım',
  'pomoc potrzebuję szukam znaleźć nauka uczyć chcę',
  'ajutor caut nevoie găsesc găsi învăț învăța vreau',
  'допомога допомогти потрібна потрібен потрібно шукаю знайти вчити вивчати хочу треба',
  'помощь помочь нужна нужен нужно ищу найти учить изучать хочу надо',
  'مساعدة أحتاج احتاج أريد اريد أبحث ابحث بحث تعلم أتعلم اجد محتاج',
  'کمک نیاز دارم میخواهم می‌خواهم دنبال پیدا یادگیری یاد گرفتن',
  'alîkarî dixwazim digerim',
];

const menge = (zeilen: readonly string[]): ReadonlySet<string> =>
  new Set(zeilen.flatMap((zeile) => woerter(zeile)));

const fuellwoerter = menge(DEUTSCHE_FUELLWOERTER);
const fremdeFuellwoerter = menge(FREMDE_FUELLWOERTER);
const beilaeufig = menge(BEILAEUFIG);

/** Words of each kind in the spelling of `falten`. */
export const NEBENSACHE = { fuellwoerter, fremdeFuellwoerter, beilaeufig } as const;

/** The words of a German text that can be searched for. */
export function inhaltswoerter(text: string): string[] {
  return woerter(text).filter((wort) => !fuellwoerter.has(wort));
}

/** The words of a phrase of any language that tell what is meant. */
export function sinnwoerter(text: string): string[] {
  const inhalt = inhaltswoerter(text);
  const eigene = inhalt.filter((wort) => !fremdeFuellwoerter.has(wort));
  return eigene.length > 0 ? eigene : inhalt;
}

/** True where nothing of a search word remains, because every search leaves its words out. */
export function istLeer(text: string): boolean {
  return woerter(text).every((wort) => fuellwoerter.has(wort) || fremdeFuellwoerter.has(wort));
}
