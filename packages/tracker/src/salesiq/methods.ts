const NAMES =
  'visitor:name email contactnumber id info customaction uniqueid uniqueuserid question referer cpage pagetitle setlocation authkey destroy idleTime getGeoDetails ongoingchat onNavigate chat attend missed agentsoffline offlineMessage chatmessage chatcomplete rating feedback idle active trigger triggeredchat;' +
  'tracking:on off domain eqaulHosts getsiqid forcesecure allowMultiTrigger;' +
  'privacy:updateCookieConsent getCookieList trackingbannercontent chatbannercontent content;' +
  'chat:start title theme mode department defaultdepartment agent messages systemmessages messagehint logo online offline waittime waitinghandler sendmessage forward transferchat accepttransfer floatingwindow enableCrossDomain restrictAnalyticsValue attend agentMessage triggerMessage complete missed continue;' +
  'floatbutton:visible position click onlineicon.src offlineicon.src closebutton coin.hidetooltip;' +
  'chatbutton:texts icon visible width click;' +
  'floatwindow:visible open close minimize onlinetitle offlinetitle fields defaultview;' +
  'chatwindow:visible reload;chatbubble:visible animate src close;customfield:add clear;field:clear;custom:html;' +
  'call:initiatecall start isavsupported attended completed missed cancelled;rating:visible;feedback:visible;pastchat:visible;article:content;integ:requestid;' +
  'jwttoken:logintoken logout jwttokengetter logoutcomplete;personalize:agentorder;:language domain reset set';

/** Every method that sites call on `$zoho.salesiq`, by its path. */
export const methods = new Set(
  NAMES.split(';').flatMap((group) => {
    const [namespace, names = ''] = group.split(':');
    return names.split(' ').map((name) => (namespace ? `${namespace}.${name}` : name));
  }),
);
