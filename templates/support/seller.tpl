{{%AUTOESCAPE context="HTML"}}
<dl class="defs">
<dt>Name</dt><dd>{{NAME}}</dd>
<dt>Address</dt><dd>{{ADDRESS}}</dd>
<dt>GSTIN</dt><dd class="num">{{GSTIN}}</dd>
<dt>E-mail</dt><dd><a href="mailto:{{EMAIL}}">{{EMAIL}}</a></dd>
</dl>
