import { send } from '../support/http.js';
import { startHouse, type House } from '../support/house.js';

let house: House;

beforeAll(async () => {
  house = await startHouse({ withoutWorker: true });
});
afterAll(() => house?.stop());

describe('the API', () => {
  it('is up and says so', async () => {
    expect((await send(house.url, 'GET', '/api/health/live')).status).toBe(200);
    expect((await send(house.url, 'GET', '/api/health/ready')).body).toEqual({ status: 'ok' });
  });

  it('knows who acts, and tells an unknown member nothing', async () => {
    const { id, members } = await house.organisation(['caseworker'], ['reviewer', 'steward']);
    const mine = await send(house.url, 'GET', '/api/organisation', { as: members[0]?.id ?? '' });
    expect(mine.body).toMatchObject({
      id,
      members: [{ label: 'member-1' }, { label: 'member-2' }],
    });
    for (const as of [undefined, 'me', '00000000-0000-4000-8000-000000000000']) {
      const answer = await send(house.url, 'GET', '/api/organisation', as ? { as } : {});
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ code: 'unknown-member' });
    }
  });

  it('answers problems as problem documents with the correlation id of the request', async () => {
    const answer = await send(house.url, 'GET', '/api/nowhere', {
      headers: { 'x-correlation-id': 'my-request-17' },
    });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('x-correlation-id')).toBe('my-request-17');
    expect(answer.body).toMatchObject({ status: 404, correlationId: 'my-request-17' });
  });

  it('describes itself and serves a page to try it', async () => {
    const page = await fetch(`${house.url}/api/docs`);
    expect(await page.text()).toContain('Athar: API');
    const document = await send<{ paths: Record<string, unknown> }>(
      house.url,
      'GET',
      '/api/openapi.json',
    );
    expect(Object.keys(document.body.paths)).toContain('/api/organisation');
  });
});
