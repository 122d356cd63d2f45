{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
{{>NOTE}}
