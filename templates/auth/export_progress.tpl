{{%AUTOESCAPE context="HTML"}}
{{>JOB}}
