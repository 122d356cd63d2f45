{{%AUTOESCAPE context="HTML"}}
<td{{#NAMES}} class="{{CLASS}}"{{/NAMES}}{{#LABELLED}} data-label="{{LABEL}}"{{/LABELLED}}>{{#LINK}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINK}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}{{#BESIDE}} {{/BESIDE}}{{>PILL}}{{>CHAIN}}{{#SMALL}}<small>{{TEXT}}</small>{{/SMALL}}{{#ACTIONS}}<div class="cluster cluster-end">{{>ACTION}}</div>{{/ACTIONS}}</td>
