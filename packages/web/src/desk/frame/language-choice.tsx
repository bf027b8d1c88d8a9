// Which language: each names itself, in itself.
import { useText } from '../../text/language.tsx';

const OFFERED = [
  { language: 'vi', name: 'Tiếng Việt' },
  { language: 'en', name: 'English' },
] as const;

export function LanguageChoice() {
  const { t, language, choose } = useText();
  return (
    <fieldset className="band-language">
      <legend className="unseen">{t('frame.language')}</legend>
      {OFFERED.map((offered) => (
        <button
          key={offered.language}
          type="button"
          lang={offered.language}
          aria-pressed={language === offered.language}
          onClick={() => choose(offered.language)}
          data-data=""
        >
          {offered.name}
        </button>
      ))}
    </fieldset>
  );
}
