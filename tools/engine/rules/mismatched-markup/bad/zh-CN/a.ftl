open = 房间已满，<a data-l10n-name="rooms">换一个房间</a>
lost = 请<strong>马上</strong>离开房间
added = 房间已关闭
name = 请阅读<a data-l10n-name="help">帮助</a>
closes = <em>房间</em>已关闭
two = <a>登录</a>或<a>注册</a>
# Variables:
#   $seats (Number) - the seats
variant =
    { $seats ->
        [0] 没有座位
       *[other] 还有 <b>{ $seats }</b> 个座位
    }
typo = <strong>房间</strong>已关闭
app = 请<sign-in>登录</sign-in>
    .title = <span>登录</span>
# Variables:
#   $code (String) - the code
unknown-code = 出现未知错误（错误码 { $code }）
entity = 请用 &lt;房间号&gt; 登录 &copy;
