{{%AUTOESCAPE context="HTML"}}
{{>TABLE}}
{{>EMPTY}}
