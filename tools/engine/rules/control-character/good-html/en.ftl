list =
    <ul>
    	<li>One</li>
    </ul>
separator = a{ "\u0009" }b
