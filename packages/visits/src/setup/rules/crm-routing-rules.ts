import type { RoutingRule } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';
import { html, nothing, type TemplateResult } from 'lit';
import { renderCheck } from '../fields/render-choice.js';
import { renderAgents } from './render-agents.js';
import { renderSelect } from './render-select.js';
import { RulesElement } from './rules-element.js';
import { RulesStore, type RulesState } from './rules-store.js';

const targets = ['all', 'named', 'last_attendee', 'owner', 'nobody'] as const;
const actions = ['notify', 'attend'] as const;

/**
 * The routing rules of a portal: which visitors are followed, by whom, and what is done. The first rule that a
 * visitor meets counts.
 *
 * @tagname crm-routing-rules
 * @csspart rules - The list.
 * @csspart rule - One rule.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the rules.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 */
export class CrmRoutingRules extends RulesElement<RoutingRule> {
  protected override createStore(client: CrmClient): RulesStore<RoutingRule> {
    const params = { id: this.portalId };
    return new RulesStore({
      read: () => client.call('GET /v1/portals/:id/routing-rules', { params }),
      write: (body) => client.call('PUT /v1/portals/:id/routing-rules', { params, body }),
    });
  }

  protected override get about() {
    return this.words.routing;
  }

  protected override blank(): RoutingRule {
    return {
      name: '',
      active: true,
      criteria: null,
      route_to: 'all',
      action: 'notify',
      user_ids: [],
      group_ids: [],
    };
  }

  protected override check({ route_to: to, user_ids: users, group_ids: groups }: RoutingRule): string {
    return to === 'named' && users.length + groups.length === 0 ? this.words.routing.nobodyNamed : '';
  }

  protected override describe({ route_to: to, action }: RoutingRule): string {
    const { targets: names, actions: deeds } = this.words.routing;
    return to === 'nobody' ? names[to] : `${names[to]} · ${deeds[action]}`;
  }

  protected override renderDeed(
    rule: RoutingRule,
    change: (values: Partial<RoutingRule>) => void,
  ): TemplateResult {
    const { routing: terms } = this.words;
    return html`
      <div class="pair">
        ${renderSelect({
          label: terms.routeTo,
          options: targets.map((value) => ({ value, label: terms.targets[value] })),
          value: rule.route_to,
          onChange: (value) => change({ route_to: value }),
        })}
        ${
          rule.route_to === 'nobody'
            ? nothing
            : renderSelect({
                label: terms.action,
                options: actions.map((value) => ({ value, label: terms.actions[value] })),
                value: rule.action,
                onChange: (value) => change({ action: value }),
              })
        }
      </div>
      ${
        rule.route_to === 'named'
          ? renderAgents({
              label: terms.agents,
              add: terms.addAgent,
              users: rule.user_ids,
              groups: rule.group_ids,
              client: this.client,
              onChange: (users, groups) => change({ user_ids: users, group_ids: groups }),
            })
          : nothing
      }
    `;
  }

  protected override renderMore({ routeRest }: RulesState<RoutingRule>): TemplateResult {
    return renderCheck({
      name: 'route_rest',
      label: this.words.routing.rest,
      hint: this.words.routing.restHint,
      checked: routeRest,
      onChange: (checked) => this.rules.source?.routeRest(checked),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-routing-rules': CrmRoutingRules;
  }
}
