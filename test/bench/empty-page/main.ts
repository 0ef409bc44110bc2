/** The least that a page with a Cloudscape table can be: what the app's first screen is measured against. */
/// <reference types="vite/client" />
import '@cloudscape-design/global-styles/index.css';
import AppLayout from '@cloudscape-design/components/app-layout';
import Table from '@cloudscape-design/components/table';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const element = document.getElementById('root');
if (!element) throw new Error('#root is missing');
const table = createElement(Table, {
  items: [],
  columnDefinitions: [{ id: 'name', header: 'Name', cell: () => '' }],
  empty: 'Nothing',
});
createRoot(element).render(createElement(AppLayout, { navigationHide: true, toolsHide: true, content: table }));
