/** Service length: each way of giving it keeps its own text while another one is chosen. */
import type { OfferDraft, ServiceLength, SetAside } from '../draft.ts';
import type { ServiceMode } from '../kinds.ts';
import type { ServiceAction } from './actions.ts';
import { keepAside, setAsideOf } from './set-aside.ts';

export function reduceService(draft: OfferDraft, action: ServiceAction): OfferDraft {
  const { service } = draft;
  switch (action.type) {
    case 'service.mode':
      return changeMode(draft, action.mode);
    case 'service.duration':
      return { ...changeMode(draft, 'duration'), service: { mode: 'duration', duration: action.duration } };
    case 'service.startDate': {
      const dated = changeMode(draft, 'dates');
      const endDate = 'endDate' in dated.service ? dated.service.endDate : '';
      return { ...dated, service: { mode: 'dates', startDate: action.date, endDate } };
    }
    case 'service.endDate': {
      if (service.mode === 'end-date') return { ...draft, service: { mode: 'end-date', endDate: action.date } };
      const dated = changeMode(draft, 'dates');
      const startDate = 'startDate' in dated.service ? dated.service.startDate : '';
      return { ...dated, service: { mode: 'dates', startDate, endDate: action.date } };
    }
  }
}

function changeMode(draft: OfferDraft, mode: ServiceMode): OfferDraft {
  if (draft.service.mode === mode) return draft;
  const kept = { ...setAsideOf(draft), ...textsOf(draft.service) };
  return keepAside({ ...draft, service: serviceFrom(mode, kept) }, textsOf(draft.service));
}

function textsOf(service: ServiceLength): Partial<Pick<SetAside, 'duration' | 'startDate' | 'endDate'>> {
  switch (service.mode) {
    case 'buyer-choice':
      return {};
    case 'duration':
      return { duration: service.duration };
    case 'dates':
      return { startDate: service.startDate, endDate: service.endDate };
    case 'end-date':
      return { endDate: service.endDate };
  }
}

function serviceFrom(mode: ServiceMode, { duration, startDate, endDate }: SetAside): ServiceLength {
  switch (mode) {
    case 'buyer-choice':
      return { mode };
    case 'duration':
      return { mode, duration };
    case 'dates':
      return { mode, startDate, endDate };
    case 'end-date':
      return { mode, endDate };
  }
}
