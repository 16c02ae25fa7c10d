using System.Text;

namespace Fachinfo.Tests;

/// <summary>Reads iCalendar octet by octet, as RFC 5545 describes it, and knows nothing of the program.</summary>
internal static class CalendarReading
{
    /// <summary>One component with its properties (name with parameters) and those inside it.</summary>
    public sealed record Component(string Name, List<KeyValuePair<string, string>> Properties, List<Component> Children)
    {
        public string this[string name] => Assert.Single(Properties, property => property.Key == name).Value;
    }

    public static Component Read(byte[] bytes)
    {
        var stack = new Stack<Component>();
        stack.Push(new Component("", [], []));
        foreach (var line in Unfold(bytes))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(colon > 0, line);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            if (name == "BEGIN")
            {
                var component = new Component(value, [], []);
                stack.Peek().Children.Add(component);
                stack.Push(component);
            }
            else if (name == "END")
            {
                Assert.Equal(value, stack.Pop().Name);
            }
            else
            {
                stack.Peek().Properties.Add(new(name, value));
            }
        }

        return Assert.Single(Assert.Single(stack).Children);
    }

    /// <summary>Takes a value of type TEXT back.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            Assert.False(value[i] is ',' or ';', value);
            text.Append(value[i] != '\\' ? value[i] : value[++i] switch { 'n' or 'N' => '\n', var other => other });
        }

        return text.ToString();
    }

    /// <summary>Section 3.1: every line ends with CRLF, has at most 75 octets, and is whole UTF-8 by itself.</summary>
    private static List<string> Unfold(byte[] bytes)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var lines = new List<string>();
        for (var start = 0; start < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            Assert.True(end > start && bytes[end - 1] == '\r', "A line does not end with CRLF.");
            Assert.True(end - 1 - start <= 75, $"A line has {end - 1 - start} octets.");
            var line = strict.GetString(bytes, start, end - 1 - start);
            Assert.DoesNotContain(line, letter => char.IsControl(letter));
            if (line.StartsWith(' '))
            {
                lines[^1] += line[1..];
            }
            else
            {
                Assert.NotEmpty(line);
                lines.Add(line);
            }

            start = end + 1;
        }

        return lines;
    }
}
