using Search.Reading.Html;
using Xunit;

namespace Search.Tests.Reading.Html;

public class PageTests
{
    [Theory]
    [InlineData("<p>One<p>Two", "#page(p('One') p('Two'))")]
    [InlineData("<ul><li>One<li>Two<ul><li>Three</ul></ul>", "#page(ul(li('One') li('Two' ul(li('Three')))))")]
    [InlineData("<table><tr><td>1<td>2<tr><td>3</table>x", "#page(table(tr(td('1') td('2')) tr(td('3'))) 'x')")]
    [InlineData("<div><b>x</div>y", "#page(div(b('x')) 'y')")]
    [InlineData("</div>x</p>", "#page('x')")]
    [InlineData("<p>a<div>b</div>", "#page(p('a') div('b'))")]
    [InlineData("<a>x<a>y", "#page(a('x') a('y'))")]
    [InlineData("<br>x<img src=a>y<hr/>", "#page(br() 'x' img() 'y' hr())")]
    [InlineData("<script>if (a < b) '<p>'</script>x", "#page(script('if (a < b) '<p>'') 'x')")]
    [InlineData("<title>A &amp; B</title>", "#page(title('A & B'))")]
    [InlineData("<div><span>x</div></span>y", "#page(div(span('x')) 'y')")]
    [InlineData("1 < 2 <!-- c --> 3", "#page('1 < 2 ' ' 3')")]
    [InlineData("<div/>x", "#page(div('x'))")]
    [InlineData("<svg><path d=x /><g>y</g></svg>", "#page(svg(path() g('y')))")]
    public void A_page_is_forgiven_what_browsers_forgive(string html, string tree) => Assert.Equal(tree, Tree(Page.Parse(html)));

    [Fact]
    public void Attributes_are_read_however_they_are_written()
    {
        var node = Page.Parse("<div class=a ID='b c' data-x=\"1 &gt; 0\" hidden  title = 'x>y' class=again>").Nodes[1];
        Assert.Equal(("a", "b c", "1 > 0", "", "x>y", null), (node.Attribute("class"), node.Attribute("id"), node.Attribute("data-x"), node.Attribute("hidden"), node.Attribute("title"), node.Attribute("lang")));
    }

    private static string Tree(Page page)
    {
        return Of(0);

        string Of(int at)
        {
            var node = page.Nodes[at];
            if (node.IsText) return $"'{node.Text}'";
            var parts = new List<string>();
            for (var i = at + 1; i < node.End; i = page.Nodes[i].End) parts.Add(Of(i));
            return $"{node.Name}({string.Join(' ', parts)})";
        }
    }
}
