{{%AUTOESCAPE context="HTML"}}
{{>NOTE}}
