/** UpdateAvailability: the last day on which buyers may accept; a past day ends the offer. */
import { z } from 'zod';
import { dayText } from '../schema/values.ts';
import { offerUpdate } from './change-type.ts';

export const updateAvailability = offerUpdate(
  z.strictObject({ AvailabilityEndDate: dayText }),
  ({ AvailabilityEndDate }, offer) => ({ ...offer, availabilityEndDate: AvailabilityEndDate }),
);
