list =
    <ul>
    	<li>Un</li>
    </ul>
separator = a{ "\u0009" }b
