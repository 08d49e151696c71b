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

  it('knows the news of each, whose small words are mostly shared', () => {
    const news: readonly (readonly [string, readonly string[]])[] = [
      [
        'fr',
        [
          'Le maire de Strelsau a annoncé mardi que la mise en service du pont serait repoussée à la fin de l’année.',
          'Selon la préfecture, le coût de la ligne a augmenté de dix pour cent en un an, a indiqué un porte-parole.',
          '« Nous n’avons pas le choix », a-t-il déclaré lors d’une conférence de presse à l’hôtel de ville de Strelsau.',
          'La gare de la place a été fermée à la demande de la police, après la découverte d’un colis suspect.',
        ],
      ],
      [
        'es',
        [
          'El alcalde de la ciudad anunció el martes que la apertura de la línea se retrasa un año.',
          'La obra, a cargo de la empresa de transportes, costará un millón de coronas más de lo previsto.',
          '«No es posible», dijo a la prensa la portavoz de la compañía, que no quiso dar más detalles.',
          'La estación de la plaza fue cerrada a la una de la tarde, según la policía de la zona.',
        ],
      ],
      [
        'it',
        [
          'Il sindaco della città ha annunciato martedì che la linea sarà aperta a fine anno, dopo i lavori.',
          'La spesa, a carico di un consorzio, è salita a un milione di corone, ha detto la portavoce.',
          'Non è possibile aprire prima dell’estate, ha spiegato a un giornale il capo del consorzio di Strelsau.',
          'La stazione di piazza Verde è stata chiusa all’alba dalla polizia, che non ha dato altre notizie.',
        ],
      ],
      [
        'pt',
        [
          'O presidente da câmara anunciou na terça-feira que a linha não abre este ano na cidade de Strelsau.',
          'O custo da obra subiu para um milhão de coroas, segundo a empresa que tem a cargo os trabalhos.',
          'Não há alternativa, disse à imprensa a porta-voz da companhia, que não quis dar mais detalhes do caso.',
          'A estação da praça foi fechada à uma da tarde por ordem da polícia, que não disse o motivo.',
        ],
      ],
      [
        'ro',
        [
          'Primarul orașului a anunțat marți că deschiderea liniei va fi amânată cu un an, din cauza lucrărilor.',
          'Costul lucrării a crescut la un milion de coroane, a spus un purtător de cuvânt al companiei din oraș.',
          'Nu este posibil să deschidem mai devreme, a declarat presei șeful companiei care se ocupă de lucrări.',
          'Gara din piață a fost închisă de poliție la ora unu, iar trenurile au fost oprite pentru o zi.',
        ],
      ],
    ];
    for (const [tag, texts] of news) for (const text of texts) check(text, tag);
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
