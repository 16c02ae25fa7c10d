using Fachinfo.Preview;

namespace Fachinfo.Tests.Preview;

/// <summary>The rules of hosts as the preview reads them.</summary>
public class HostRuleTests
{
    [Fact]
    public void Equal_headers_of_several_rules_are_joined()
    {
        var rules = HeaderRules.Parse("# Bemerkung\n/*\n  X-A: 1\n  Cache-Control: no-cache\n\n/assets/*\n  Cache-Control: public, immutable\n/eins.html\n  X-B: a: b\n");
        Assert.Equal("no-cache, public, immutable", rules.For("/assets/site.css")["cache-control"]);
        Assert.Equal("no-cache", rules.For("/eins.html")["Cache-Control"]);
        Assert.Equal("a: b", rules.For("/eins.html")["X-B"]);
        Assert.False(rules.For("/zwei.html").ContainsKey("X-B"));
    }

    [Theory]
    [InlineData("/alt /neu/ 301!", "/alt/", "", "", "/neu/")]
    [InlineData("/alt/ /neu/", "/alt", "", "", "/neu/")]
    [InlineData("/alt id=77 /neu/ 301!", "/alt", "77", "", "/neu/")]
    [InlineData("/alt id=77 /neu/ 301!", "/alt", "78", "", null)]
    [InlineData("/mitglieder/* 200! Role=members", "/mitglieder/a/", "", "members", "/mitglieder/a/")]
    [InlineData("/mitglieder/* 200! Role=members,presse", "/mitglieder/a/", "", "presse", "/mitglieder/a/")]
    [InlineData("/mitglieder/* 200! Role=members", "/mitglieder/a/", "", "", null)]
    [InlineData("/mitglieder/* /401.html 401!", "/mitglieder/", "", "", "/401.html")]
    [InlineData("/alt/* /neu/:splat 301", "/alt/a/b", "", "", "/neu/a/b")]
    public void Rule_leads_where_the_host_would_lead(string line, string path, string id, string role, string? target)
    {
        var rule = Assert.Single(RedirectRules.Parse("# Bemerkung\n\n" + line + "\n"));
        Assert.Equal(target, rule.Apply(path, name => name == "id" ? id : null, role));
    }
}
