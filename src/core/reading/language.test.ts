import assert from 'node:assert/strict';
import { tokenize } from '../text/tokens.ts';
import { recognizeLanguage } from './language.ts';

const check = (text: string, tag: string): void => {
  const guess = recognizeLanguage(tokenize(text), ['en']);
  assert.equal(guess.tag, tag, text);
  assert.equal(guess.supported, tag === 'en');
  assert.ok(guess.confidence >= 0 && guess.confidence <= 1);
};

describe('recognizeLanguage', () => {
  it('knows languages by their small words', () => {
    check(
      'The harbour of the town was closed by the storm, and the ships that had left it were not seen for a week.',
      'en',
    );
    check(
      'It was the general’s opinion that nothing which had been said at the council should be made known to the men.',
      'en',
    );
    check(
      'Der Hafen der Stadt wurde wegen des Sturms geschlossen, und die Schiffe sind nicht mehr auf dem Meer gesehen worden.',
      'de',
    );
    check(
      'Le port de la ville a été fermé par la tempête, et les navires qui étaient partis ne sont pas revenus dans la semaine.',
      'fr',
    );
    check(
      'El puerto de la ciudad fue cerrado por la tormenta, y los barcos que salieron no se han visto en una semana más.',
      'es',
    );
    check(
      'Il porto della città è stato chiuso per la tempesta, e le navi che sono partite non sono più tornate nel mare.',
      'it',
    );
    check(
      'O porto da cidade foi fechado pela tempestade, e os navios que saíram não são vistos há uma semana no mar.',
      'pt',
    );
    check(
      'De haven van de stad is gesloten door de storm, en de schepen die zijn vertrokken heeft men niet meer op zee gezien.',
      'nl',
    );
  });

  it('knows languages by their script', () => {
    check('Гавань города была закрыта из-за бури.', 'ru');
    check('Гавань міста була закрита через бурю.', 'uk');
    check('町の港は嵐のために閉鎖された。', 'ja');
    check('城市的港口因风暴而关闭。', 'zh');
    check('Το λιμάνι της πόλης έκλεισε.', 'el');
  });

  it('says nothing of what is too short or no prose', () => {
    check('', 'und');
    check('Port Meridian', 'und');
    check(
      'Ada Vane, John Okafor, Ruth Hale, Port Meridian, Vane City, Silver Tide, Harbour Road, Mount Ada, Lake Vane',
      'und',
    );
  });
});
