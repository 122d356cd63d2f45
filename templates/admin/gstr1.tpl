{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>TABS}}
<section class="card" aria-labelledby="tables-h">
{{>FILTERS}}
{{#MADE}}
<div class="card-head"><div><h2 id="tables-h">Tables</h2><p>GSTIN <span class="num">{{GSTIN}}</span></p></div></div>
{{>TABLE}}
<div class="card-body">{{>CHECK}}</div>
{{/MADE}}
{{>EMPTY}}
</section>
{{#DOCUMENTS}}
<section class="card" aria-labelledby="documents-h"><div class="card-head"><h2 id="documents-h">Documents issued</h2></div>
{{>TABLE}}
</section>
<section class="card" aria-labelledby="files-h"><div class="card-head"><div><h2 id="files-h">Files</h2><p>The workbook is for the accountant, the JSON file for the offline tool of the tax portal. Each download stands in the audit log.</p></div></div>
<div class="card-body"><div class="cluster">{{>FILE}}</div></div></section>
{{/DOCUMENTS}}
