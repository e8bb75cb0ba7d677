### The interface of the page that `prompts preview` writes, in Chinese.
###
### Review: draft. No native speaker has reviewed this translation yet.

title = { $folder } 的文案

# $messages (Number): how many rows the page has.
summary = { $messages } 条消息，{ $locales } 种语言。源语言是 { $source }。

skip = 跳到文案
overview = 概览
language = 语言
findings = 检查结果
other-findings = 不属于某条文案的检查结果
retired = 已停用的错误码

## The controls

search = 搜索
search-hint = 错误码、ID 或文案
show = 显示
show-all = 全部文案
languages = 语言
all = 全选
none = 全不选
# JavaScript replaces these names by numbers.
shown = { $all } 条消息中的 { $shown } 条，{ $texts } 段文案
nothing = 没有符合条件的文案。请更改搜索内容、状态或语言。

## The states of a text

source = 源文
reviewed = 已审校
draft = 草稿
stale = 已过期
missing = 缺失
with-findings = 有检查结果
all-languages = 所有语言

source-means = 其他语言由此翻译
reviewed-means = 母语者已对照源文审校
draft-means = 还没有人审校
stale-means = 翻译之后，源文有改动
missing-means = 全部或部分没有翻译；这里显示读者实际看到的内容

## A text

# $locale (String): the tag of the locale whose text is shown. $state (String): its state there, from the list above.
shown-from = 读者看到的是 { $locale } 的文案（{ $state }）
nothing-shown = 读者看不到任何文案
shown-unknown = 所有语言都没有这条消息，读者看到的是未知错误码的文案
lacks = 缺少这段文案：{ $attribute }
otherwise = 其他情况
ordinal = （序数）
more-variants = 还有 { $count } 种
description = 给开发者
action = 应用需要执行：{ $action }
# $length (Number), $max (Number)
length = { $length } 个字符，最多 { $max } 个
changed = 翻译之后，源文有改动：
changed-part = 翻译之后，{ $attribute } 的源文有改动：
was = 原来
is = 现在
reviewed-by = { $name } 于 { $date } 审校
reviewed-before = { $name } 于 { $date } 审校之后有改动
notes = 给译者的说明
error = 错误
warning = 警告
category = 类别：{ $category }
retryable = 重试可能有用
not-retryable = 重试没有用
help = 关于这个错误码
since = 始于 { $version }
