link = <a href="{ $url }">ヘルプ</a>を読むか、<strong>退出</strong>してください。
link-again = <a href="{ $url }">ヘルプ</a>を読む
less = a < b、<3、<ファイル>、<name@example.com>
list = <ul><li>一つ<li>二つ</ul>
once = <b>Ctrl C</b> でコピーします
brand = <span>試し</span>&lt;
literal = <b>太字</b>
variant = <b>{ $seats }</b> 席
refers = <em>押す</em>
