using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fachinfo.Model;

namespace Fachinfo.Pages.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1); number and file references in an extension of our own.</summary>
internal static class JsonFeedFormat
{
    public const string MediaType = "application/feed+json";

    // Nothing is embedded in HTML here, so letters may be letters and tags may be tags.
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(FeedRenderer renderer, Feed feed, IBufferWriter<byte> into)
    {
        var site = renderer.Context.Site.Configuration;
        using (var json = new Utf8JsonWriter(into, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", renderer.Context.Absolute(feed.Page));
            json.WriteString("feed_url", renderer.Context.Absolute(Addresses.JsonFeed(feed.Folder)));
            json.WriteString("description", feed.Description);
            json.WriteString("language", site.Language);
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", site.Publisher.Name ?? site.Title);
            json.WriteString("url", renderer.Context.Absolute(Execution.Route.Home));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var item in feed.Items)
            {
                WriteItem(renderer, item, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        into.Write("\n"u8);
    }

    private static void WriteItem(FeedRenderer renderer, FeedItem item, Utf8JsonWriter json)
    {
        var entry = item.MakeEntry();
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", renderer.Context.Absolute(entry.Page));
        json.WriteString("title", entry.Title);
        if (entry.Summary.Length > 0)
        {
            json.WriteString("summary", entry.Summary);
        }

        renderer.Content(entry, html => json.WriteString("content_html", html));
        json.WriteString("date_published", FeedDates.Rfc3339(item.Published));
        json.WriteString("date_modified", FeedDates.Rfc3339(item.Updated));
        if (!entry.Categories.IsEmpty)
        {
            json.WriteStartArray("tags");
            foreach (var category in entry.Categories)
            {
                json.WriteStringValue(category.Label);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("_fachinfo");
        json.WriteString("about", renderer.Context.Absolute(Addresses.Feeds));
        json.WriteString("identifier", entry.Identifier);
        json.WriteStartArray("source");
        foreach (var source in entry.Sources)
        {
            json.WriteStringValue(source);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
