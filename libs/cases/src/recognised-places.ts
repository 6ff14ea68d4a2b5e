import { Injectable } from '@nestjs/common';
import { Places, type RecogniseOptions, type Recognition } from '@athar/places';
import type { ReportDocument } from './report-document.js';

/** What one free text of a report says of places and holders, beside the text as it was told. */
export interface RecognisedText extends Recognition {
  /** JSON pointer of the text. */
  field: string;
}

type Expecting = NonNullable<RecogniseOptions['expecting']>;

/** Reads places and holders out of the free texts of a report. Nothing of it is stored. */
@Injectable()
export class RecognisedPlaces {
  constructor(private readonly places: Places) {}

  /** The texts in which something was recognised, in the order of the report's fields. */
  async in(document: ReportDocument): Promise<RecognisedText[]> {
    const recogniser = await this.places.recogniser();
    return textsOf(document)
      .map(([field, text, expecting]) => ({ field, ...recogniser.recognise(text, { expecting }) }))
      .filter(({ mentions }) => mentions.length > 0);
  }
}

function textsOf(document: ReportDocument): [string, string, Expecting][] {
  const { person, lastSeen, arrest, detentions, sightings } = document;
  const texts: [string, string | undefined, Expecting][] = [
    ['/person/birthPlace', person.birthPlace, 'place'],
    ['/person/home/governorate', person.home?.governorate, 'place'],
    ['/person/home/place', person.home?.place, 'place'],
    ['/lastSeen/place', lastSeen?.place, 'place'],
    ['/arrest/by', arrest?.by, 'holder'],
    ['/arrest/place', arrest?.place, 'place'],
  ];
  detentions?.forEach(({ place }, at) => texts.push([`/detentions/${at}/place`, place, 'holder']));
  sightings?.forEach(({ place }, at) => texts.push([`/sightings/${at}/place`, place, 'holder']));
  return texts.flatMap(([field, text, expecting]) =>
    text === undefined ? [] : [[field, text, expecting] as [string, string, Expecting]],
  );
}
