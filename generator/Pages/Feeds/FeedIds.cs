using System.Buffers.Binary;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages.Feeds;

/// <summary>Permanent ids of feeds, entries and calendar events.</summary>
/// <remarks>
/// UUIDs of version 8 (RFC 9562, section 5.8) from the site's name, the series and the number: neither an address nor a base URL nor
/// a title is part of them, so a reader never shows an old entry as new. Changing anything here makes every entry of every reader new.
/// </remarks>
public static class FeedIds
{
    public static string Feed(SiteConfiguration site, string key) => Urn(site, "feed", key);

    public static string Notice(SiteConfiguration site, NoticeSeries series, NoticeNumber number) => Urn(site, series.Id, number.ToString());

    public static string Withdrawal(SiteConfiguration site, NoticeSeries series, NoticeNumber number) => Urn(site, series.Id, number + " withdrawn");

    /// <param name="place">The place of the deadline in its notice: a corrected day moves the event instead of making a second one.</param>
    public static string Deadline(SiteConfiguration site, NoticeHead head, int place) =>
        Urn(site, head.Series.Id, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{head.Number} deadline {place}"));

    /// <param name="key">Kind and key in the municipality: <c>paper/325-2017</c>.</param>
    public static string Council(SiteConfiguration site, string body, string key) => Urn(site, "ratsarchiv/" + body, key);

    private static string Urn(SiteConfiguration site, string kind, string name)
    {
        var hash = new HashBuilder().Add(site.FeedIdentity).Add(kind).Add(name).ToHash();
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, hash.High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], hash.Low);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(bytes, bigEndian: true).ToString();
    }
}
