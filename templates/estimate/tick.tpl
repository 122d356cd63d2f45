{{%AUTOESCAPE context="HTML"}}
<label title="{{DESCRIPTION}}"><input class="form-check-input" type="checkbox" name="item.{{CODE}}" value="1"{{#SELECTED}} checked disabled{{/SELECTED}}><span>{{NAME}}</span><span class="rate">{{RATE}}</span></label>
